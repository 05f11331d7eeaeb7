package org.sockeye.labs.grading;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.SimpleJavaFileObject;

/** A Java file in whichever encoding it was saved: UTF-8 if it can be, else ISO 8859-1, which can be anything. */
final class JavaSource extends SimpleJavaFileObject {

    private final String text;

    JavaSource(Path file) throws IOException {
        super(file.toUri(), Kind.SOURCE);
        this.text = decode(Files.readAllBytes(file));
    }

    private static String decode(byte[] bytes) {
        String decoded;
        try {
            decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            decoded = new String(bytes, StandardCharsets.ISO_8859_1);
        }
        return decoded.startsWith("\ufeff") ? decoded.substring(1) : decoded;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }

    /** The simple name of the file, with the folder that holds it being of no interest. */
    String simpleName() {
        return Path.of(toUri()).getFileName().toString();
    }
}
