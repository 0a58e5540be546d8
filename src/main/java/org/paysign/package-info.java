/** The application: starts Camel main with the shipped routes and configuration. */
@NullMarked
package org.paysign;

import org.jspecify.annotations.NullMarked;
