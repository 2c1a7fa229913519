/** SMS by gammu-smsd's files backend: texts come in and go out as files in its folders. */
package org.currawong.channels.gammu;
