package org.paysign.http;

import java.util.Set;
import org.eclipse.jetty.server.Handler;

/** A part of the management port: it answers for its paths and leaves the others to the next one. */
public abstract class Area extends Handler.Abstract {

    /** What it serves; nothing else is found below them, save what a page of it asks for. */
    public abstract Set<String> paths();
}
