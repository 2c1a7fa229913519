/**
 * The console: pages for staff and residents, the HTTP API, live updates. It reads the state, hands
 * commands in, and knows nothing of files, queues or ways out.
 */
package org.currawong.console;
