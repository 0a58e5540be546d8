/** Strict JSON: one mapper for every edge, and the raw text of a document's fields. */
@NullMarked
package org.paysign.json;

import org.jspecify.annotations.NullMarked;
