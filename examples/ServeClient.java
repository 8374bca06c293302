// A CRM in Java keeps `paidan serve` running: one JSON request a line in, one answer a line out.
//   java ServeClient.java        (PAIDAN_CLI names the program, else the one on the PATH)
// The answers are taken apart by hand here, so that nothing but a JDK is needed; a host uses its own JSON library.

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

public final class ServeClient implements AutoCloseable {
  private final Process process;
  private final BufferedWriter in;
  private final BufferedReader out;
  private int asked = 0;

  ServeClient() throws IOException {
    String program = System.getenv().getOrDefault("PAIDAN_CLI", "paidan");
    process = new ProcessBuilder(program, "serve").redirectError(ProcessBuilder.Redirect.INHERIT).start();
    in = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** {@code rest}: the members of the request after its id. */
  String ask(String rest) throws IOException {
    int id = ++asked;
    in.write("{\"id\": " + id + ", " + rest.replaceAll("\\s*\\n\\s*", " ") + "}\n");
    in.flush();
    String answer = out.readLine();
    check(answer != null && answer.startsWith("{\"id\":" + id + ","), "an answer to request " + id);
    return answer;
  }

  @Override
  public void close() throws IOException {
    ask("\"do\": \"quit\"");
    try {
      check(process.waitFor() == 0, "the program ends well");
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  static void check(boolean holds, String what) {
    if (!holds) throw new IllegalStateException("not so: " + what);
  }

  static String member(String json, String name) {
    Matcher found = Pattern.compile("\"" + name + "\":\\s*\"((?:[^\"\\\\]|\\\\.)*)\"").matcher(json);
    check(found.find(), "a member " + name);
    return found.group(1);
  }

  public static void main(String[] words) throws IOException {
    Path data = Path.of(words.length > 0 ? words[0] : "data");
    String day = Files.readString(data.resolve("day.json"));
    try (ServeClient dispatcher = new ServeClient()) {
      String problem = member(dispatcher.ask("\"do\": \"load\", \"kind\": \"problem\", \"document\": " + day), "handle");
      String planned = dispatcher.ask(
          "\"do\": \"plan\", \"problem\": \"" + problem + "\", \"seed\": 1, \"iterations\": 500, \"keep\": true");
      String plan = member(planned, "handle");
      String why = dispatcher.ask("\"do\": \"why_not\", \"problem\": \"" + problem + "\", \"plan\": \"" + plan
          + "\", \"order\": \"2084\", \"technician\": \"W\", \"lang\": \"zh\"");
      System.out.println(member(why, "text"));
      check(why.contains("\"families\":[\"skill\"]") || why.contains("\"families\": [\"skill\"]"), "a skill is missing");
      String slip = dispatcher.ask("\"do\": \"pln\"");
      check(slip.contains("\"ok\":false") || slip.contains("\"ok\": false"), "a slip is refused");
      System.out.println("refused: " + member(slip, "message"));
    }
  }
}
