/**
 * Lantern Bend, a fictional river town of our own: its map, its people, and a flood told by thirty
 * reports. Every telephone number is from the ranges that the Australian Communications and Media
 * Authority keeps for fiction; the place on the map is empty plain.
 */
package org.currawong.hub.demo;
