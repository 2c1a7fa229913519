/**
 * The radio's way out as a stream: a source client of an Icecast 2 server. The MP3 encoder has its
 * one home here.
 */
package org.currawong.radio.icecast;
