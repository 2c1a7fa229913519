/** Who may sign in, what each role may do, and the sessions. */
package org.currawong.console.accounts;
