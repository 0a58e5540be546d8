package org.paysign.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;
import org.jspecify.annotations.Nullable;

/** Hands a request on when all of it is here, so that a slow sender holds a connection, and never a thread. */
final class WholeRequests extends Handler.Wrapper {

    private final int bytes;
    private final Deadlines deadlines;

    /**
     * Around a handler.
     *
     * @param bytes a body may have; more is answered with 413 and cut off
     */
    WholeRequests(int bytes, Deadlines deadlines, Handler handler) {
        super(handler);
        this.bytes = bytes;
        this.deadlines = deadlines;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (request.getLength() > bytes) {
            refuse(request, response, callback, HttpStatus.PAYLOAD_TOO_LARGE_413);
        } else {
            new Arrival(request, response, callback).read(false);
        }
        return true;
    }

    /** What was not read is not waited for. */
    private static void refuse(Request request, Response response, Callback callback, int status) {
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        Response.writeError(request, response, callback, status);
    }

    private void handOn(Request whole, Response response, Callback callback) {
        deadlines.met(whole);
        try {
            if (!super.handle(whole, response, callback)) {
                Response.writeError(whole, response, callback, HttpStatus.NOT_FOUND_404);
            }
        } catch (Exception broken) {
            Response.writeError(whole, response, callback, broken);
        }
    }

    /** A body on its way; its bytes are copied, because a kept piece would keep its whole network buffer. */
    private final class Arrival implements Invocable.Task {

        private final Request request;
        private final Response response;
        private final Callback callback;
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();

        Arrival(Request request, Response response, Callback callback) {
            this.request = request;
            this.response = response;
            this.callback = callback;
        }

        /** More of it is here; this thread belongs to the network and must not wait for routes. */
        @Override
        public void run() {
            read(true);
        }

        @Override
        public InvocationType getInvocationType() {
            return InvocationType.NON_BLOCKING;
        }

        void read(boolean onNetworkThread) {
            while (true) {
                Content.Chunk chunk = request.read();
                if (chunk == null) {
                    request.demand(this);
                    return;
                }
                if (Content.Chunk.isFailure(chunk)) {
                    refuse(request, response, callback, HttpStatus.BAD_REQUEST_400);
                    return;
                }
                boolean last = chunk.isLast();
                take(chunk);
                if (body.size() > bytes) {
                    refuse(request, response, callback, HttpStatus.PAYLOAD_TOO_LARGE_413);
                    return;
                }
                if (last) {
                    arrived(onNetworkThread);
                    return;
                }
            }
        }

        private void take(Content.Chunk chunk) {
            byte[] piece = new byte[chunk.remaining()];
            chunk.getByteBuffer().get(piece);
            body.write(piece, 0, piece.length);
            chunk.release();
        }

        private void arrived(boolean onNetworkThread) {
            Whole whole = new Whole(request, body.toByteArray());
            if (onNetworkThread) {
                request.getComponents().getExecutor().execute(() -> handOn(whole, response, callback));
            } else {
                handOn(whole, response, callback);
            }
        }
    }

    /** A request whose body is here. */
    private static final class Whole extends Request.Wrapper {

        private final HttpFields headers;
        private Content.@Nullable Chunk rest;

        Whole(Request request, byte[] body) {
            super(request);
            headers = withPlainType(request.getHeaders());
            rest = Content.Chunk.from(ByteBuffer.wrap(body), true);
        }

        /** A charset behind the type would make Camel fail, or answer in it. */
        private static HttpFields withPlainType(HttpFields headers) {
            String type = headers.get(HttpHeader.CONTENT_TYPE);
            return type == null
                    ? headers
                    : HttpFields.build(headers)
                            .put(
                                    HttpHeader.CONTENT_TYPE,
                                    type.replaceFirst(";.*", "").strip());
        }

        @Override
        public HttpFields getHeaders() {
            return headers;
        }

        @Override
        public Content.Chunk read() {
            Content.Chunk chunk = rest;
            rest = null;
            return chunk == null ? Content.Chunk.EOF : chunk;
        }

        @Override
        public void demand(Runnable whenAvailable) {
            whenAvailable.run();
        }
    }
}
