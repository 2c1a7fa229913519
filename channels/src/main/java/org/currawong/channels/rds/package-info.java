/** Text for the displays of car radios (RDS RadioText). */
package org.currawong.channels.rds;
