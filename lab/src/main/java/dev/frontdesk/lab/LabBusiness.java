package dev.frontdesk.lab;

import dev.frontdesk.vocabulary.OrgId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// Many businesses of one kind, for a server under `lab bookings` or `lab chaos`: room for
/// everyone, so that nobody is refused for want of a chair.
final class LabBusiness {
  static final String SERVICE = "visit";

  private LabBusiness() {}

  static List<OrgId> ids(int count) {
    var ids = new ArrayList<OrgId>();
    for (int i = 0; i < count; i++) {
      ids.add(new OrgId("lab-" + i));
    }
    return ids;
  }

  /// The section `organisations` of a configuration.
  ///
  /// @param links what each has set up, as lines indented by four
  static String yaml(int count, IntFunction<String> links) {
    var yaml = new StringBuilder("organisations:\n");
    for (int i = 0; i < count; i++) {
      yaml.append(
          """
            - id: lab-%d
              organisation: {name: Lab Business %d, timeZone: America/New_York}
              services:
                - {id: visit, name: Visit, minutes: 30, windowDays: 60, startEveryMinutes: 5, capacity: 50}
              resources:
                - {id: ana, name: Ana, schedule: {mon-sun: ["00:00-24:00"]}}
          """
              .formatted(i, i)
              .indent(0));
      yaml.append(links.apply(i));
    }
    return yaml.toString();
  }
}
