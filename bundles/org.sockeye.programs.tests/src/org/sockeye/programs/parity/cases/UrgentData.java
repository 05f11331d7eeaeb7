package org.sockeye.programs.parity.cases;

/** One byte ahead of the others (RFC 6093). */
final class UrgentData {

    private UrgentData() {
    }

    static void itIsNotPartOfTheStream(Report report) throws Exception {
        try (Pair pair = new Pair()) {
            pair.toServer("ab");
            pair.client.sendUrgentData('!');
            pair.toServer("cd");
            pair.client.shutdownOutput();
            report.say("read", new String(pair.server.getInputStream().readAllBytes()));
        }
    }

    static void itIsPartOfTheStreamIfAskedFor(Report report) throws Exception {
        try (Pair pair = new Pair()) {
            pair.server.setOOBInline(true);
            pair.toServer("ab");
            pair.client.sendUrgentData('!');
            pair.toServer("cd");
            pair.client.shutdownOutput();
            report.say("read", new String(pair.server.getInputStream().readAllBytes()));
            report.say("option", pair.server.getOOBInline() + " " + pair.client.getOOBInline());
        }
    }

    static void aReadStopsBeforeIt(Report report) throws Exception {
        try (Pair pair = new Pair()) {
            pair.toServer("ab");
            pair.client.sendUrgentData('!');
            pair.toServer("cd");
            pair.client.shutdownOutput();
            Thread.sleep(50);
            byte[] bytes = new byte[10];
            report.say("first", pair.server.getInputStream().read(bytes));
            report.say("second", pair.server.getInputStream().read(bytes));
            report.say("end", pair.server.getInputStream().read(bytes));
        }
    }

    static void onlyTheLowestByteIsSent(Report report) throws Exception {
        try (Pair pair = new Pair()) {
            pair.server.setOOBInline(true);
            pair.client.sendUrgentData(0x4142);
            report.say("read", pair.server.getInputStream().read());
        }
    }

    static void aClosedSocketSendsNone(Report report) throws Exception {
        try (Pair pair = new Pair()) {
            pair.client.close();
            report.attempt("send", () -> pair.client.sendUrgentData(1));
        }
        report.attempt("fresh", () -> new java.net.Socket().sendUrgentData(1));
    }

    static void nothingIsThereForWhoWaitsForIt(Report report) throws Exception {
        try (Pair pair = new Pair()) {
            pair.server.setSoTimeout(100);
            pair.client.sendUrgentData('!');
            report.outcome("read", () -> pair.server.getInputStream().read());
        }
    }
}
