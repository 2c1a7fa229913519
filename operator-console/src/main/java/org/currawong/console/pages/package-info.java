/** The pages for people: HTML made here, styles and scripts from the resources beside it. */
package org.currawong.console.pages;
