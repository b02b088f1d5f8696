package de.hypersoft.esolutions.shop.status;

import de.hypersoft.esolutions.shop.cart.Bill;
import java.util.List;

/**
 * What became of an order, in words.
 *
 * @param headline what is true right now, in one sentence
 * @param explanation what happens next
 * @param mood ok, warn or bad: which icon stands beside the headline
 * @param fulfil when and how it is to be had
 * @param address empty unless delivered, and a day after the order
 * @param email empty a day after the order
 * @param last nothing will change any more
 * @param version changes whenever anything shown here changes
 * @param delivered else it is fetched
 */
public record StatusView(
        String token,
        String number,
        String headline,
        String explanation,
        String mood,
        List<Step> steps,
        String fulfil,
        List<String> address,
        List<Line> lines,
        Bill bill,
        String payment,
        String note,
        String email,
        boolean last,
        String version,
        boolean delivered) {

    /** @param state done, now or open */
    public record Step(String words, String state, String at) {}

    public record Line(int quantity, String name, List<String> options, String note, String total, String deposit) {}
}
