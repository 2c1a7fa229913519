package org.currawong.broker;

/**
 * What travels on queues; one form per kind of queue, named by {@link QueueCodec}. Each form checks
 * its own limits when it is made, so that what a reader holds is within them.
 */
public sealed interface QueueMessage
    permits Assessed,
        DeliveryReport,
        Handover,
        Job,
        Malformed,
        OrderMessage,
        PowerReading,
        Reply,
        ReplyReport,
        StateNotice,
        StopNotice {}
