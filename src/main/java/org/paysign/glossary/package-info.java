/** What Alipay's sub_codes mean and what to do about them, in English and Chinese. */
@NullMarked
package org.paysign.glossary;

import org.jspecify.annotations.NullMarked;
