/**
 * The incident log: the append-only chained file, keys, artefacts, snapshots, the verifier, and the
 * one writer thread (HOUSE.md, sections 3 and 4).
 */
package org.currawong.incidentlog;
