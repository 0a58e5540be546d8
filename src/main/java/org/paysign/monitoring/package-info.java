/** What an operator sees and does: the MBean of the bundle. */
@NullMarked
package org.paysign.monitoring;

import org.jspecify.annotations.NullMarked;
