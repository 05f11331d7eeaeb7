import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;

/** Right with a channel. */
public class UDPServer {

    public static void main(String[] args) throws Exception {
        DatagramChannel channel = DatagramChannel.open();
        channel.bind(new InetSocketAddress(9876));
        ByteBuffer buffer = ByteBuffer.allocate(65536);
        while (true) {
            buffer.clear();
            SocketAddress sender = channel.receive(buffer);
            buffer.flip();
            String text = StandardCharsets.ISO_8859_1.decode(buffer).toString();
            channel.send(StandardCharsets.ISO_8859_1.encode(text.toUpperCase()), sender);
        }
    }
}
