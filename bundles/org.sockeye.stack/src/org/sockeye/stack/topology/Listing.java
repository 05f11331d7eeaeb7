package org.sockeye.stack.topology;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Names to choose from, for messages. */
final class Listing {

    private static final int MANY = 20;
    private static final int FEW = 5;

    private Listing() {
    }

    /** All that are known; of many those that are most like what was asked for. */
    static String of(String asked, Collection<String> known) {
        if (known.size() <= MANY) {
            return String.join(", ", known);
        }
        List<String> nearest = known.stream().sorted(Comparator.comparingInt(name -> distance(asked, name))).limit(FEW)
                .toList();
        return String.join(", ", nearest) + " and " + (known.size() - FEW) + " others";
    }

    /** How many letters have to be changed, added or taken away to make one of the other (Levenshtein). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
