package de.hypersoft.esolutions.certificates.pfx;

import org.bouncycastle.crypto.ExtendedDigest;
import org.bouncycastle.util.Memoable;

/**
 * A hash that asks now and then whether there is still processor time for another round: BouncyCastle's ways of deriving
 * a key can neither be interrupted nor watched.
 */
final class MeteredDigest implements ExtendedDigest, Memoable {

    private static final int ROUNDS_BETWEEN_LOOKS = 4096;

    private final ExtendedDigest hash;
    private final PfxBudget budget;
    private int rounds;

    /** @param hash one of BouncyCastle's own, which can all be copied */
    MeteredDigest(ExtendedDigest hash, PfxBudget budget) {
        this.hash = hash;
        this.budget = budget;
    }

    /** @throws PfxBudget.Spent when there is no processor time left */
    @Override
    public int doFinal(byte[] out, int at) {
        if (++rounds % ROUNDS_BETWEEN_LOOKS == 0) budget.look();
        return hash.doFinal(out, at);
    }

    @Override
    public String getAlgorithmName() {
        return hash.getAlgorithmName();
    }

    @Override
    public int getDigestSize() {
        return hash.getDigestSize();
    }

    @Override
    public int getByteLength() {
        return hash.getByteLength();
    }

    @Override
    public void update(byte in) {
        hash.update(in);
    }

    @Override
    public void update(byte[] in, int at, int length) {
        hash.update(in, at, length);
    }

    @Override
    public void reset() {
        hash.reset();
    }

    @Override
    public Memoable copy() {
        return new MeteredDigest((ExtendedDigest) ((Memoable) hash).copy(), budget);
    }

    @Override
    public void reset(Memoable other) {
        ((Memoable) hash).reset((Memoable) ((MeteredDigest) other).hash);
    }
}
