/** The console behind a login: Hawtio's pages, and the MBeans that may be read and pressed by them. */
@NullMarked
package org.paysign.console;

import org.jspecify.annotations.NullMarked;
