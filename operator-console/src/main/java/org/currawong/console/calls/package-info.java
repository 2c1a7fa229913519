/** The calls of the HTTP API (CONTRACT.md), one class for each kind of thing. */
package org.currawong.console.calls;
