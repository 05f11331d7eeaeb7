package org.sockeye.stack.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sockeye.stack.topology.TestNetwork.address;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockeye.stack.topology.TestNetwork;
import org.sockeye.stack.wire.IpAddress;

class ResolverTest {

    private final TestNetwork path = TestNetwork.path();

    private List<IpAddress> resolve(TestNetwork network, String host, String name) {
        List<List<IpAddress>> answers = new ArrayList<>();
        network.network().host(host).sockets().resolve(name, answers::add);
        network.settle();
        assertEquals(1, answers.size(), "there is one answer");
        return answers.get(0);
    }

    private String reverse(TestNetwork network, String address) {
        List<String> answers = new ArrayList<>();
        network.network().host("client").sockets().reverse(address(address), answers::add);
        network.settle();
        assertEquals(1, answers.size(), "there is one answer");
        return answers.get(0);
    }

    @Test
    void asksTheRouterForANameInAnyCase() {
        assertEquals(List.of(address("10.0.2.2")), resolve(path, "client", "SERVER"));
        List<String> told = path.tell();
        assertEquals(4, told.stream().filter(line -> line.contains("DNS")).count(), told.toString());
        assertEquals(List.of(address("10.0.1.2")), resolve(path, "server", "client."));
        assertEquals(List.of(address("10.0.1.1"), address("10.0.2.1")), resolve(path, "server", "r1"));
    }

    @Test
    void noNameNoAddress() {
        assertEquals(List.of(), resolve(path, "client", "servre"));
        assertEquals("s1→client DNS", path.tell().getLast().substring(0, "s1→client DNS".length()));
    }

    @Test
    void whatNeedsNoQuestionIsNotAsked() {
        assertEquals(List.of(address("127.0.0.1")), resolve(path, "client", "localhost"));
        assertEquals(List.of(address("10.9.8.7")), resolve(path, "client", "10.9.8.7"));
        assertEquals(List.of(), resolve(path, "client", "not a name"));
        path.expect();
    }

    @Test
    void addressesHaveNames() {
        assertEquals("server", reverse(path, "10.0.2.2"));
        assertEquals("", reverse(path, "10.0.2.3"));
        assertEquals("localhost", reverse(path, "127.0.0.1"));
    }

    @Test
    void repeatsALostQuestion() {
        int[] frames = { 0 };
        path.network().link("s1-r1").loseIf(frame -> frame.bytes().length > 64 && ++frames[0] <= 3);
        assertEquals(List.of(address("10.0.2.2")), resolve(path, "client", "server"));
    }

    @Test
    void givesUpOnAServerThatIsSilent() {
        path.network().link("s1-r1").loseIf(frame -> true);
        assertEquals(List.of(), resolve(path, "client", "server"));
        assertEquals("dns: cannot look up server: no answer from 10.0.1.1:53",
                path.network().trace().notes().getLast().text());
    }

    @Test
    void withoutARouterHostsKnowOneAnother() throws Exception {
        TestNetwork pair = TestNetwork.of("""
                hosts: [client, server]
                links: [[client, server]]
                """);
        assertEquals(List.of(address("10.0.1.3")), resolve(pair, "client", "server"));
        assertEquals("server", reverse(pair, "10.0.1.3"));
        pair.expect();
    }
}
