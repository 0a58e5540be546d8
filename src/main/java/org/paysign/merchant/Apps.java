package org.paysign.merchant;

import java.util.List;

/** The profiles by their app; safe for use by several threads. */
@FunctionalInterface
public interface Apps {

    /** The profiles of an {@code app_id}: one, unless an app is split into several profiles; none if it is unknown. */
    List<Merchant> withAppId(String appId);
}
