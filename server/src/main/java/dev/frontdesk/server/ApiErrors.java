package dev.frontdesk.server;

import dev.frontdesk.durable.Jobs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/// Errors as Vapi's clients expect them: `{message, error, statusCode}`, where `message` is a list
/// for a body with mistakes and a text otherwise.
@RestControllerAdvice
class ApiErrors {

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> badRequest(BadRequest bad) {
    return answer(HttpStatus.BAD_REQUEST, bad.mistakes());
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> notFound(NotFound missing) {
    return answer(HttpStatus.NOT_FOUND, String.valueOf(missing.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> refused(Refused refused) {
    var body = new LinkedHashMap<String, Object>(refused.details());
    body.put("message", String.valueOf(refused.getMessage()));
    body.put("error", refused.status().getReasonPhrase());
    body.put("statusCode", refused.status().value());
    return ResponseEntity.status(refused.status()).body(body);
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> noHeader(MissingRequestHeaderException missing) {
    return answer(HttpStatus.BAD_REQUEST, "the header " + missing.getHeaderName() + " is missing");
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> full(Jobs.TooMuchWaiting full) {
    return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
        .header("Retry-After", "10")
        .body(body(HttpStatus.TOO_MANY_REQUESTS, String.valueOf(full.getMessage())));
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> noRoute(NoResourceFoundException missing) {
    return answer(HttpStatus.NOT_FOUND, "there is no such route");
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> unreadable(HttpMessageNotReadableException unreadable) {
    return answer(HttpStatus.BAD_REQUEST, "the body is not the JSON this route takes");
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> mediaType(HttpMediaTypeNotSupportedException wrong) {
    return answer(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "send application/json");
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> method(HttpRequestMethodNotSupportedException wrong) {
    return answer(HttpStatus.METHOD_NOT_ALLOWED, "this route does not take " + wrong.getMethod());
  }

  private static ResponseEntity<Map<String, Object>> answer(HttpStatus status, Object message) {
    return ResponseEntity.status(status).body(body(status, message));
  }

  private static Map<String, Object> body(HttpStatus status, Object message) {
    return Map.of(
        "message", message, "error", status.getReasonPhrase(), "statusCode", status.value());
  }

  /// A request that cannot be carried out as it stands.
  static final class BadRequest extends RuntimeException {
    private final List<String> mistakes;

    BadRequest(List<String> mistakes) {
      super("bad request");
      this.mistakes = List.copyOf(mistakes);
    }

    List<String> mistakes() {
      return mistakes;
    }
  }

  /// A request that is well-formed and cannot be granted. `details` stand beside the message.
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final transient Map<String, Object> details;

    Refused(HttpStatus status, String message, Map<String, Object> details) {
      super(message);
      this.status = status;
      this.details = Map.copyOf(details);
    }

    HttpStatus status() {
      return status;
    }

    Map<String, Object> details() {
      return details;
    }
  }

  static final class NotFound extends RuntimeException {
    NotFound(String what) {
      super(what);
    }
  }
}
