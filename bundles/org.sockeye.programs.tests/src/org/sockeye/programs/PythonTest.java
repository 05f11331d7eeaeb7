package org.sockeye.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Python's sockets, servers, clients, threads and event loops on the simulated network. */
class PythonTest {

    private static final String UDP_SERVER = """
            from socket import *
            s = socket(AF_INET, SOCK_DGRAM)
            s.bind(('', 12000))
            while True:
                message, client = s.recvfrom(2048)
                s.sendto(message.decode().upper().encode(), client)
            """;

    private static final String PINGER = """
            from socket import *
            import time
            s = socket(AF_INET, SOCK_DGRAM)
            s.settimeout(1)
            for i in range(1, 11):
                start = time.time()
                s.sendto(f'ping {i}'.encode(), ('server', 12000))
                try:
                    data, server = s.recvfrom(1024)
                    print(data.decode(), server[0], f'{time.time() - start:.4f}')
                except timeout:
                    print('lost', i)
            """;

    private static final String ASYNC_SERVER = """
            import asyncio
            async def serve(reader, writer):
                while line := await reader.readline():
                    await asyncio.sleep(0.5)
                    writer.write(line.upper())
                    await writer.drain()
                writer.close()
            async def main():
                server = await asyncio.start_server(serve, None, 9000)
                print('listens')
                async with server:
                    await server.serve_forever()
            asyncio.run(main())
            """;

    private static final String ASYNC_CLIENT = """
            import asyncio, time
            async def talk(name):
                reader, writer = await asyncio.open_connection('10.0.2.2', 9000)
                for word in 'one', 'two':
                    writer.write(f'{name} {word}\\n'.encode())
                    print((await asyncio.wait_for(reader.readline(), 2)).decode(), end='')
                writer.close()
            async def main():
                start = time.monotonic()
                await asyncio.gather(talk('a'), talk('b'))
                try:
                    await asyncio.wait_for(asyncio.Event().wait(), 60)
                except asyncio.TimeoutError:
                    print('waited', round(time.monotonic() - start, 1))
            asyncio.run(main())
            """;

    private static final String THREADED_SERVER = """
            import http.server, json, threading, queue
            class Handler(http.server.BaseHTTPRequestHandler):
                def do_POST(self):
                    body = json.loads(self.rfile.read(int(self.headers['Content-Length'])))
                    answer = json.dumps({'sum': sum(body)}).encode()
                    self.send_response(200)
                    self.send_header('Content-Length', str(len(answer)))
                    self.end_headers()
                    self.wfile.write(answer)
                def log_message(self, *arguments):
                    pass
            http.server.ThreadingHTTPServer(('', 8080), Handler).serve_forever()
            """;

    private static final String THREADED_CLIENT = """
            import json, queue, threading, time, urllib.request
            results = queue.Queue()
            def ask(numbers):
                request = urllib.request.Request('http://server:8080/', json.dumps(numbers).encode(), method='POST')
                with urllib.request.urlopen(request, timeout=5) as answer:
                    results.put(json.load(answer)['sum'])
            threads = [threading.Thread(target=ask, args=([n, n + 1],)) for n in range(3)]
            for thread in threads: thread.start()
            print(sorted(results.get(timeout=10) for _ in threads))
            for thread in threads: thread.join()
            lock = threading.Lock()
            lock.acquire()
            start = time.time()
            print(lock.acquire(timeout=30), time.time() - start)
            flag = []
            threading.Timer(2, flag.append, [1]).start()
            while not flag: time.sleep(0.1)
            print('done')
            """;

    @TempDir
    private static Path folder;

    private static List<String> python(String name, String source) throws IOException {
        return List.of(Natives.tool("python3"), Files.writeString(folder.resolve(name + ".py"), source).toString());
    }

    private static String output(Scene scene, String name, List<String> command, String... lines) {
        return Scene.output(scene.finish(Natives.launch(scene, name, "client", command, lines)));
    }

    @Test
    void theTextbooksPingerByUdpCountsWhatTheNetworkLoses() throws IOException {
        try (Scene scene = new Scene(JavaHomes.one(), folder, Scene.lossy(5, 0.08))) {
            Natives.launch(scene, "server", "server", python("server", UDP_SERVER));
            List<String> lines = output(scene, "pinger", python("pinger", PINGER)).lines().toList();
            assertEquals(10, lines.size());
            assertTrue(lines.stream().anyMatch(line -> line.matches("PING \\d+ 10.0.2.2 0.0\\d+")), lines.toString());
            long lost = lines.stream().filter(line -> line.startsWith("lost")).count();
            assertTrue(lost > 0 && lost < 10, lines.toString());
            assertTrue(scene.seconds() >= lost, "a second each: " + scene.seconds());
        }
    }

    @Test
    void eventLoopsServeSeveralConnectionsAndTheirTimersGoBySimulatedTime() throws IOException {
        try (Scene scene = new Scene(JavaHomes.one(), folder)) {
            Program server = Natives.launch(scene, "server", "server", python("async_server", ASYNC_SERVER));
            assertEquals("listens\n", Scene.output(server));
            List<String> lines = output(scene, "client", python("async_client", ASYNC_CLIENT)).lines().toList();
            assertEquals(List.of("A ONE", "B ONE", "A TWO", "B TWO"), lines.subList(0, 4));
            assertEquals("waited 61.0", lines.get(4));
        }
    }

    @Test
    void threadsServeAndAskByHttpAndWaitForEachOther() throws IOException {
        try (Scene scene = new Scene(JavaHomes.one(), folder)) {
            Natives.launch(scene, "server", "server", python("web", THREADED_SERVER));
            assertEquals("[1, 3, 5]\nFalse 30.0\ndone\n", output(scene, "asks", python("asks", THREADED_CLIENT)));
        }
    }

    /** The interpreter lets one thread run at a time, and changes over after some milliseconds. */
    @Test
    void aThreadThatComputesLetsAnotherRunInTheEnd() throws IOException {
        try (Scene scene = new Scene(JavaHomes.one(), folder)) {
            assertEquals("set\ndone\n", output(scene, "spins", python("spins", """
                    import threading, time
                    flag = []
                    def sets():
                        time.sleep(2)
                        flag.append(1)
                        print('set\\n', end='')
                    threading.Thread(target=sets).start()
                    while not flag: pass
                    time.sleep(1)
                    print('done')
                    """)));
        }
    }

    @Test
    void linesOfInputComeAsTheyAreAskedFor() throws IOException {
        try (Scene scene = new Scene(JavaHomes.one(), folder)) {
            assertEquals("name? Ann\nagain? Bob\nrest ['x\\n', 'y']\n",
                    output(scene, "asks", python("input", """
                            print(input('name? '))
                            print(input('again? '))
                            import sys, time
                            time.sleep(1000)
                            print('rest', sys.stdin.readlines())
                            """), "Ann", "Bob", "x", "y"));
        }
    }

    @Test
    void childProcessesJoinTooAndAreWaitedFor() throws IOException {
        try (Scene scene = new Scene(JavaHomes.one(), folder)) {
            Natives.launch(scene, "server", "server", python("server", UDP_SERVER));
            assertEquals("b'PING'\nhost client\n7\n3.0\n", output(scene, "parent", python("parent",
                    """
                            import multiprocessing, os, socket, subprocess, sys, time
                            def ask(results):
                                s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
                                s.settimeout(5)
                                s.sendto(b'ping', ('server', 12000))
                                results.put(s.recv(100))
                            if __name__ == '__main__':
                                results = multiprocessing.Queue()
                                child = multiprocessing.Process(target=ask, args=(results,))
                                child.start()
                                print(results.get(timeout=10))
                                child.join()
                                print('host', subprocess.run([sys.executable, '-c', 'import socket; print(socket.gethostname())'],
                                    capture_output=True, text=True).stdout.strip())
                                print(os.waitstatus_to_exitcode(os.system('exit 7')))
                                start = time.monotonic()
                                subprocess.run(['sleep', '3'])
                                print(round(time.monotonic() - start, 2))
                            """)));
        }
    }
}
