package de.hypersoft.esolutions.portal.access;

import de.hypersoft.esolutions.kernel.text.Utf8;
import de.hypersoft.esolutions.web.body.LimitedBody;
import de.hypersoft.esolutions.web.body.MultipartBody;
import de.hypersoft.esolutions.web.problem.RejectedRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form with a file, of which nothing is read before somebody asks. A page checks first who sends it, and what it is about;
 * {@link #read} then takes the token, which is the first part, and goes on only if it is the session's.
 */
@RequestScoped
public class Upload {

    private static final int MOST_TOKEN = 200;

    /** Far more than any upload's own limit, so that its page can say that a photograph is too large for it. */
    private static final int MOST_BYTES = 8 * 1024 * 1024;

    private final SignedIn signedIn;
    private @Nullable InputStream body;
    private String boundary = "";
    private boolean announced;

    @Inject
    public Upload(SignedIn signedIn) {
        this.signedIn = signedIn;
    }

    void arrives(ContainerRequestContext request) {
        MediaType type = request.getMediaType();
        String given = type == null ? null : type.getParameters().get("boundary");
        if (given == null || given.isEmpty() || given.length() > 200) throw new BadRequestException("no boundary");
        this.body = request.getEntityStream();
        this.boundary = given;
        this.announced = LimitedBody.isAnnounced(request.getHeaderString(HttpHeaders.CONTENT_LENGTH), MOST_BYTES);
    }

    /** What came with a form; a part that did not is empty, of several with one name the last one counts. */
    public record Parts(Map<String, List<MultipartBody.Part>> parts) {

        public boolean has(String name) {
            return parts.containsKey(name);
        }

        public byte[] bytes(String name) {
            List<MultipartBody.Part> all = all(name);
            return all.isEmpty() ? new byte[0] : all.get(all.size() - 1).content();
        }

        /** Of a field that takes several files. */
        public List<MultipartBody.Part> all(String name) {
            return parts.getOrDefault(name, List.of());
        }

        public String value(String name) {
            return Utf8.text(bytes(name), name);
        }
    }

    /**
     * Only after who sends it was checked.
     *
     * @param most bytes of all parts of each name that is wanted; of larger ones, one byte more is kept, and what follows
     *     the largest is not read
     * @param form the address of the page with the form, for whoever sends far too much
     * @throws FormGuard.ForeignForm when the first part is not the token of this session
     * @throws TooLarge unread when its length says so, and cut off when it does not
     */
    public Parts read(Map<String, Integer> most, String form) throws IOException {
        if (body == null) throw new IllegalStateException("no page that takes an upload");
        int largest = most.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        if (announced) throw new TooLarge(largest, form);
        InputStream limited = new LimitedBody(body, MOST_BYTES, () -> new TooLarge(largest, form));
        try {
            return read(new MultipartBody(limited, boundary, MOST_TOKEN, largest), most);
        } catch (MultipartBody.Malformed malformed) {
            throw new BadRequestException(malformed);
        }
    }

    private Parts read(MultipartBody form, Map<String, Integer> most) throws IOException {
        MultipartBody.Part token = form.next();
        String given = token == null || !token.name().equals("csrf") ? "" : Utf8.text(token.content(), "form");
        FormGuard.check(signedIn, given);
        Map<String, List<MultipartBody.Part>> parts = new HashMap<>();
        for (MultipartBody.Part part = form.next(); part != null; part = form.next())
            keep(part, most.get(part.name()), parts);
        return new Parts(parts);
    }

    private static void keep(
            MultipartBody.Part part, @Nullable Integer most, Map<String, List<MultipartBody.Part>> parts) {
        if (most == null) return; // nobody asked for it
        List<MultipartBody.Part> sameName = parts.computeIfAbsent(part.name(), any -> new ArrayList<>());
        int room = most + 1;
        for (MultipartBody.Part before : sameName) room -= before.content().length;
        byte[] content = part.content();
        sameName.add(
                content.length <= room
                        ? part
                        : new MultipartBody.Part(
                                part.name(), part.fileName(), Arrays.copyOf(content, Math.max(0, room))));
    }

    /** Too much even to be told on the page of the form. */
    public static final class TooLarge extends RejectedRequest {

        @Serial
        private static final long serialVersionUID = 1L;

        private final String form;

        TooLarge(long most, String form) {
            super(most);
            this.form = form;
        }

        /** Where it can be tried again. */
        public String form() {
            return form;
        }
    }
}
