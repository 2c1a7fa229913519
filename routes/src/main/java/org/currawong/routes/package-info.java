/** The whole system on one page of Camel, and the core's own steps behind it. */
package org.currawong.routes;
