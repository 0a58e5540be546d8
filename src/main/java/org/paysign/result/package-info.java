/** What my.paySignCenter returned: read, verified and matched with what is stored. */
@NullMarked
package org.paysign.result;

import org.jspecify.annotations.NullMarked;
