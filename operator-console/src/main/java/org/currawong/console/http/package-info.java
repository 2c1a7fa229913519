/** The web server: one event loop parses, a virtual thread answers each request. */
package org.currawong.console.http;
