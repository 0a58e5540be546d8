package org.paysign.monitoring;

import java.util.Map;

/** What {@code org.paysign:type=Parked} offers: the messages that could not be processed. */
@Described("The messages that are parked because they could not be processed; replayParked puts them back.")
public interface ParkedMXBean {

    @Described("Parked messages, or as many as were looked at: see MoreThanCounted.")
    long getMessages();

    @Described("Whether there are more than were looked at.")
    boolean isMoreThanCounted();

    @Described("Parked messages by the code of their reason.")
    Map<String, Long> getByReason();

    @Described("Seconds since the oldest of them was parked; 0 if there is none.")
    long getOldestSeconds();
}
