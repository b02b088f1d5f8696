package de.hypersoft.esolutions.certificates.pfx;

import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.UNKNOWN_ENCRYPTION;

import java.io.InputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.RC2ParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.generators.PKCS12ParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.bouncycastle.jcajce.io.CipherInputStream;
import org.bouncycastle.operator.InputDecryptor;
import org.bouncycastle.operator.InputDecryptorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.jspecify.annotations.Nullable;

/** Decrypts the parts of a PFX with a password: the six ways of old, and AES or 3DES with PBKDF2. */
record PfxCipher(PfxPassword password) implements InputDecryptorProvider {

    private static final int IV_BITS = 64;

    /** @param name as people know it */
    private record Old(String name, String kind, int keyBits) {}

    private record Modern(String kind, int keyBits) {}

    private static final Map<ASN1ObjectIdentifier, Old> OLD = Map.of(
            PKCSObjectIdentifiers.pbeWithSHAAnd128BitRC4, new Old("RC4-128", "ARCFOUR", 128),
            PKCSObjectIdentifiers.pbeWithSHAAnd40BitRC4, new Old("RC4-40", "ARCFOUR", 40),
            PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC, new Old("3DES", "DESede", 192),
            PKCSObjectIdentifiers.pbeWithSHAAnd2_KeyTripleDES_CBC, new Old("2-key 3DES", "DESede", 128),
            PKCSObjectIdentifiers.pbeWithSHAAnd128BitRC2_CBC, new Old("RC2-128", "RC2", 128),
            PKCSObjectIdentifiers.pbeWithSHAAnd40BitRC2_CBC, new Old("RC2-40", "RC2", 40));

    private static final Map<ASN1ObjectIdentifier, Modern> MODERN = Map.of(
            NISTObjectIdentifiers.id_aes128_CBC, new Modern("AES", 128),
            NISTObjectIdentifiers.id_aes192_CBC, new Modern("AES", 192),
            NISTObjectIdentifiers.id_aes256_CBC, new Modern("AES", 256),
            PKCSObjectIdentifiers.des_EDE3_CBC, new Modern("DESede", 192));

    /** The usual name of a kind of encryption that should not be used any more; null for one of today. */
    static @Nullable String old(AlgorithmIdentifier algorithm) {
        Old old = OLD.get(algorithm.getAlgorithm());
        return old == null ? null : old.name();
    }

    /** @throws Unacceptable when the encryption, or the length of its key, is none that is known here */
    static void known(PBES2Parameters parameters) throws Unacceptable {
        ASN1ObjectIdentifier scheme = parameters.getEncryptionScheme().getAlgorithm();
        Modern modern = MODERN.get(scheme);
        if (modern == null) throw new Unacceptable(UNKNOWN_ENCRYPTION, scheme.getId());
        BigInteger length = PBKDF2Params.getInstance(
                        parameters.getKeyDerivationFunc().getParameters())
                .getKeyLength();
        if (length != null && !length.equals(BigInteger.valueOf(modern.keyBits() / 8)))
            throw new Unacceptable(UNKNOWN_ENCRYPTION, modern.kind() + ", " + length);
    }

    @Override
    public InputDecryptor get(AlgorithmIdentifier algorithm) throws OperatorCreationException {
        try {
            Cipher cipher = OLD.containsKey(algorithm.getAlgorithm())
                    ? old(OLD.get(algorithm.getAlgorithm()), PKCS12PBEParams.getInstance(algorithm.getParameters()))
                    : modern(PBES2Parameters.getInstance(algorithm.getParameters()));
            return new InputDecryptor() {
                @Override
                public AlgorithmIdentifier getAlgorithmIdentifier() {
                    return algorithm;
                }

                @Override
                public InputStream getInputStream(InputStream encrypted) {
                    return new CipherInputStream(encrypted, cipher);
                }
            };
        } catch (GeneralSecurityException | Unacceptable e) {
            throw new OperatorCreationException("cannot decrypt " + algorithm.getAlgorithm(), e);
        }
    }

    private Cipher old(Old how, PKCS12PBEParams parameters) throws GeneralSecurityException, Unacceptable {
        PKCS12ParametersGenerator keys = password.pkcs12(
                OIWObjectIdentifiers.idSHA1,
                parameters.getIV(),
                parameters.getIterations().intValueExact());
        if (how.kind().equals("ARCFOUR"))
            return cipher("ARCFOUR", ((KeyParameter) keys.generateDerivedParameters(how.keyBits())).getKey(), null);
        ParametersWithIV derived = (ParametersWithIV) keys.generateDerivedParameters(how.keyBits(), IV_BITS);
        byte[] key = ((KeyParameter) derived.getParameters()).getKey();
        return how.kind().equals("RC2")
                ? cipher("RC2", key, new RC2ParameterSpec(how.keyBits(), derived.getIV()))
                : cipher("DESede", threeKeys(key), new IvParameterSpec(derived.getIV()));
    }

    private Cipher modern(PBES2Parameters parameters) throws GeneralSecurityException, Unacceptable {
        EncryptionScheme scheme = parameters.getEncryptionScheme();
        Modern how = MODERN.get(scheme.getAlgorithm());
        if (how == null)
            throw new Unacceptable(UNKNOWN_ENCRYPTION, scheme.getAlgorithm().getId());
        byte[] key = password.pbkdf2(
                PBKDF2Params.getInstance(parameters.getKeyDerivationFunc().getParameters()), how.keyBits());
        byte[] iv = ASN1OctetString.getInstance(scheme.getParameters()).getOctets();
        return cipher(how.kind(), key, new IvParameterSpec(iv));
    }

    private static Cipher cipher(String kind, byte[] key, @Nullable AlgorithmParameterSpec parameters)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(kind.equals("ARCFOUR") ? kind : kind + "/CBC/PKCS5Padding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, kind), parameters);
        return cipher;
    }

    /** 3DES with two keys uses the first one twice. */
    private static byte[] threeKeys(byte[] key) {
        if (key.length == 24) return key;
        byte[] three = Arrays.copyOf(key, 24);
        System.arraycopy(key, 0, three, 16, 8);
        return three;
    }
}
