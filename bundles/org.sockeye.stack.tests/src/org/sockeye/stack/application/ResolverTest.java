package org.sockeye.stack.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sockeye.stack.topology.TestNetwork.address;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sockeye.stack.dissect.Dissector;
import org.sockeye.stack.socket.StreamSocket;
import org.sockeye.stack.topology.TestNetwork;
import org.sockeye.stack.trace.Origin;
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

    private static TestNetwork withManyAddresses(int count) throws Exception {
        String addresses = IntStream.range(0, count).mapToObj(i -> "10.9." + i / 200 + "." + (1 + i % 200))
                .collect(Collectors.joining(", "));
        return TestNetwork.of("""
                hosts: [client, server]
                routers: [r1]
                dns: { many: [%s] }
                links: [[client, r1], [r1, server]]
                """.formatted(addresses));
    }

    @Test
    void whatDoesNotFitADatagramIsAskedForByTcp() throws Exception {
        TestNetwork net = withManyAddresses(40);
        assertEquals(40, resolve(net, "client", "many").size());

        List<String> told = net.tell();
        List<String> names = told.stream().filter(line -> line.contains("DNS")).toList();
        assertEquals(4, names.size(), told.toString());
        assertTrue(names.get(1).startsWith("r1→client DNS") && told.indexOf(names.get(1)) < 5, told.toString());
        assertTrue(told.stream().anyMatch(line -> line.startsWith("client→r1 TCP") && line.contains("[SYN]")));
        assertEquals(List.of(), net.network().host("client").sockets().open());
        assertTrue(net.network().trace().frames().stream().filter(frame -> frame.where().equals("r1→client"))
                .filter(frame -> new Dissector().dissect(frame.content().bytes()).protocol().equals("DNS"))
                .map(frame -> frame.content().bytes()).anyMatch(bytes -> bytes.length < 80),
                "the answer by UDP is cut short (RFC 2181, section 9)");
    }

    @Test
    void anAnswerOfManySegmentsComesWhole() throws Exception {
        assertEquals(2000, resolve(withManyAddresses(2000), "client", "many").size());
    }

    @Test
    void aServerThatDoesNotAnswerByTcpIsGivenUp() throws Exception {
        TestNetwork net = withManyAddresses(40);
        net.network().link("client-r1").loseIf(frame -> frame.bytes()[14 + 9] == 6);
        assertEquals(List.of(), resolve(net, "client", "many"));
        assertEquals("dns: cannot look up many: 10.0.1.1:53 by TCP: no answer",
                net.network().trace().notes().getLast().text());
    }

    @Test
    void severalQuestionsMayFollowOneAnotherOnOneConnectionUntilTheServerHasWaitedLongEnough() throws Exception {
        StreamSocket client = path.network().host("client").sockets().stream();
        client.connect(TestNetwork.at("10.0.1.1:53"));
        path.pass(TestNetwork.SECOND);
        ByteArrayOutputStream questions = new ByteArrayOutputStream();
        for (int id = 1; id <= 2; id++) {
            byte[] question = DnsMessage.query(id, new DnsQuestion("server", DnsType.A)).emit();
            questions.write(0);
            questions.write(question.length);
            questions.writeBytes(question);
        }
        byte[] bytes = questions.toByteArray();
        client.send(bytes, 0, 10, Origin.stack("client"));
        path.pass(TestNetwork.SECOND);
        client.send(bytes, 10, bytes.length - 10, Origin.stack("client"));
        path.pass(TestNetwork.SECOND);

        byte[] answers = new byte[1000];
        int length = client.receive(answers, 0, answers.length);
        int first = answers[1] & 0xff;
        assertEquals(2 * (2 + first), length);
        for (int id = 1; id <= 2; id++) {
            DnsMessage answer = DnsMessage.parse(answers, 2 + (id - 1) * (2 + first), first).orElseThrow();
            assertEquals(id, answer.id());
            assertEquals("10.0.2.2", answer.answers().getFirst().data().words());
        }
        assertFalse(client.isAtEnd());
        path.pass(NameServer.IDLE);
        assertTrue(client.isAtEnd());
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
