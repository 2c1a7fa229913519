package org.currawong.console.accounts;

import java.time.Instant;

/**
 * Somebody signed in, from one browser or script.
 *
 * @param id public name of the session, as the log writes it; opens nothing
 * @param account the account's id
 * @param csrf what every changing call must repeat
 * @param signedInAt when the password was given
 */
public record Session(String id, String account, String csrf, Instant signedInAt) {}
