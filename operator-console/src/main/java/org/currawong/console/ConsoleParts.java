package org.currawong.console;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.currawong.domain.Board;
import org.currawong.domain.Intake;
import org.currawong.domain.Rules;

/**
 * What the console works with; made by the hub.
 *
 * @param intake where commands go
 * @param board where it looks
 * @param entries what tells it of news
 * @param limits the same that the rules check a draft with at submit
 * @param map GeoJSON of the town (RFC 7946), or {@code null} for none
 * @param carriers how each way in and out is now
 * @param power what is in view on every page
 * @param ready whether log and broker are up; the web is, if it can answer
 */
public record ConsoleParts(
    Intake intake,
    Board board,
    Entries entries,
    ArtefactBytes artefacts,
    LogAccess log,
    Feeds feeds,
    Rules.TextLimits limits,
    Receipts receipts,
    String map,
    Supplier<List<Carrier>> carriers,
    Power power,
    BooleanSupplier ready,
    InstantSource clock,
    SecureRandom random) {}
