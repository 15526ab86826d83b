import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Validates PDF files and prints one JSON object: file to list of failed rules, each with its count and a first example.
 * Arguments come in pairs: a flavour (ua1, 2a), a file. One virtual machine judges them all.
 */
public final class VeraPdf {
    public static void main(String[] args) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        StringJoiner files = new StringJoiner(",\n", "[", "]");
        for (int i = 0; i + 1 < args.length; i += 2) {
            files.add(entry(args[i], args[i + 1]));
        }
        System.out.println(files);
    }

    private static String entry(String flavour, String file) {
        List<String> failures = new ArrayList<>();
        long checks = 0;
        try {
            ValidationResult result = validate(PDFAFlavour.byFlavourId(flavour), new File(file));
            checks = result.getTotalAssertions();
            failures.addAll(failedRules(result));
        } catch (Exception problem) {
            failures.add(quote("cannot be validated: " + problem));
        }
        return "{\"flavour\": " + quote(flavour) + ", \"file\": " + quote(file) + ", \"checks\": " + checks
                + ", \"failures\": [" + String.join(", ", failures) + "]}";
    }

    private static ValidationResult validate(PDFAFlavour flavour, File file) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            return validator.validate(parser);
        }
    }

    private static List<String> failedRules(ValidationResult result) {
        Map<String, Integer> counts = new TreeMap<>();
        Map<String, String> examples = new TreeMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                String rule = "clause " + assertion.getRuleId().getClause() + " test " + assertion.getRuleId().getTestNumber();
                counts.merge(rule, 1, Integer::sum);
                examples.putIfAbsent(rule, assertion.getMessage() + " at " + assertion.getLocation().getContext());
            }
        }
        List<String> texts = new ArrayList<>();
        counts.forEach((rule, count) -> texts.add(quote(rule + " (" + count + "x): " + examples.get(rule))));
        return texts;
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(' ');
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
