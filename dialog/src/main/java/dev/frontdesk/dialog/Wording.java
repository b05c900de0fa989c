package dev.frontdesk.dialog;

import dev.frontdesk.vocabulary.Money;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// What the agent says: phrases from `phrases_LANGUAGE.properties`, times and dates as words.
/// Immutable.
final class Wording {
  private final ResourceBundle phrases;
  private final Locale language;

  Wording(Locale language) {
    this.language = language;
    var none =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    ResourceBundle found;
    try {
      found = ResourceBundle.getBundle("dev.frontdesk.dialog.phrases", language, none);
    } catch (java.util.MissingResourceException _) {
      found = ResourceBundle.getBundle("dev.frontdesk.dialog.phrases", Locale.ENGLISH, none);
    }
    this.phrases = found;
  }

  /// The phrase, its `{name}`s filled from pairs of name and value.
  String say(String key, String... pairs) {
    return again(0, key, pairs);
  }

  /// The wording for the `times`th repetition, from 0; the last wording serves for all further.
  String again(int times, String key, String... pairs) {
    String[] variants = phrases.getString(key).split("\\|");
    String text = variants[Math.min(Math.max(times, 0), variants.length - 1)].strip();
    for (int i = 0; i + 1 < pairs.length; i += 2) {
      text = text.replace("{" + pairs[i] + "}", pairs[i + 1]);
    }
    return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(language) + text.substring(1);
  }

  /// As `say`, for the middle of a sentence.
  String part(String key, String... pairs) {
    String text = phrases.getString(key);
    for (int i = 0; i + 1 < pairs.length; i += 2) {
      text = text.replace("{" + pairs[i] + "}", pairs[i + 1]);
    }
    return text;
  }

  /// `three thirty PM`, `noon`.
  String time(LocalTime time) {
    if (time.equals(LocalTime.NOON)) {
      return "noon";
    }
    int hour = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
    int minute = time.getMinute();
    String minutes =
        minute == 0 ? "" : minute < 10 ? " oh " + Numbers.inWords(minute)
            : " " + Numbers.inWords(minute);
    return Numbers.inWords(hour) + minutes + (time.getHour() < 12 ? " AM" : " PM");
  }

  /// `Tuesday, June 16th`.
  String date(LocalDate date) {
    return date.getDayOfWeek().getDisplayName(TextStyle.FULL, language) + ", "
        + date.getMonth().getDisplayName(TextStyle.FULL, language) + " "
        + ordinal(date.getDayOfMonth());
  }

  String weekday(java.time.DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, language);
  }

  /// `Tuesday, June 16th at three thirty PM`.
  String dateTime(LocalDateTime time) {
    return date(time.toLocalDate()) + " " + part("wordAt") + " " + time(time.toLocalTime());
  }

  private static String ordinal(int day) {
    String ending =
        day >= 11 && day <= 13 ? "th"
            : switch (day % 10) {
              case 1 -> "st";
              case 2 -> "nd";
              case 3 -> "rd";
              default -> "th";
            };
    return day + ending;
  }

  /// `one, two or three`.
  String anyOf(List<String> items) {
    return list(items, part("wordOr"));
  }

  String allOf(List<String> items) {
    return list(items, part("wordAnd"));
  }

  private static String list(List<String> items, String last) {
    if (items.size() < 2) {
      return items.isEmpty() ? "" : items.getFirst();
    }
    return String.join(", ", items.subList(0, items.size() - 1)) + " " + last + " "
        + items.getLast();
  }

  String length(Duration length) {
    long minutes = length.toMinutes();
    if (minutes == 90) {
      return part("hourAndHalf");
    }
    if (minutes % 60 == 0) {
      return minutes == 60 ? part("hour") : part("hours", "n", number(minutes / 60));
    }
    return part("minutes", "n", number(minutes));
  }

  String number(long number) {
    return number < 100 ? Numbers.inWords((int) number) : Long.toString(number);
  }

  /// `thirty-five dollars`, `thirty-five dollars and fifty cents`.
  String money(Money money) {
    if (money.amount().signum() == 0) {
      return part("free");
    }
    long whole = money.amount().longValue();
    int cents = money.amount().remainder(java.math.BigDecimal.ONE).movePointRight(2).intValue();
    String unit = switch (money.currency().getCurrencyCode()) {
      case "USD", "AUD", "CAD", "NZD", "SGD", "HKD" -> whole == 1 ? "dollar" : "dollars";
      case "EUR" -> whole == 1 ? "euro" : "euros";
      case "GBP" -> whole == 1 ? "pound" : "pounds";
      case "INR" -> whole == 1 ? "rupee" : "rupees";
      default -> money.currency().getDisplayName(language);
    };
    String coins = "GBP".equals(money.currency().getCurrencyCode()) ? "pence"
        : "INR".equals(money.currency().getCurrencyCode()) ? "paise" : "cents";
    String spoken = hundreds(whole) + " " + unit;
    return cents == 0 ? spoken : spoken + " and " + Numbers.inWords(cents) + " " + coins;
  }

  private static String hundreds(long whole) {
    if (whole < 100) {
      return Numbers.inWords((int) whole);
    }
    if (whole < 1_000) {
      long rest = whole % 100;
      return Numbers.inWords((int) (whole / 100)) + " hundred"
          + (rest == 0 ? "" : " " + Numbers.inWords((int) rest));
    }
    return Long.toString(whole);
  }

  /// `a haircut`, `an oil change`.
  String oneOf(String service) {
    String name = lower(service);
    boolean vowel = !name.isEmpty() && "aeio".indexOf(Character.toLowerCase(name.charAt(0))) >= 0;
    return part(vowel ? "anService" : "aService", "service", name);
  }

  String yours(String service) {
    return part("myService", "service", lower(service));
  }

  /// A service's name within a sentence; `VIP cut` keeps its capitals.
  static String lower(String name) {
    return name.length() > 1 && Character.isUpperCase(name.charAt(1))
        ? name
        : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  Locale language() {
    return language;
  }
}
