package org.sockeye.cli.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramNameTest {

    @ParameterizedTest
    @CsvSource({ "java -cp bin TCPServer 6789,TCPServer",
            "/usr/bin/java -Xmx1g --class-path a:b org.example.Client,Client",
            "java -jar lib/chat.jar x,chat", "java Echo.java,Echo", "java -m my.module/my.Main,Main",
            "./server --port 1,server",
            "java -version,java" })
    void isToldFromTheCommand(String command, String name) {
        assertEquals(name, ProgramName.of(List.of(command.split(" "))));
    }
}
