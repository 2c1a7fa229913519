/**
 * The queues between the parts: an Artemis broker inside each process, the table of who may read or
 * write which queue, the one form in which things travel on them, and {@link
 * org.currawong.broker.OrderDesk}, which stands before every way out.
 *
 * <p>Nobody else knows how a queue message looks (ARCHITECTURE.md, invariant 2).
 */
package org.currawong.broker;
