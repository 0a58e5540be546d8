/** The edge of HTTP. */
@NullMarked
package org.paysign.http;

import org.jspecify.annotations.NullMarked;
