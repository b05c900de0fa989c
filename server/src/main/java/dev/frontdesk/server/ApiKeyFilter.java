package dev.frontdesk.server;

import dev.frontdesk.storage.ApiKey;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Turns `Authorization: Bearer KEY` into a principal. A wrong key is not an error here: the route
/// then finds nobody and answers 401.
final class ApiKeyFilter extends OncePerRequestFilter {
  private static final String BEARER = "Bearer ";
  private final Function<String, Optional<ApiKey>> byKey;

  ApiKeyFilter(Function<String, Optional<ApiKey>> byKey) {
    this.byKey = byKey;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String header = request.getHeader("Authorization");
    if (header != null && header.startsWith(BEARER)) {
      byKey
          .apply(header.substring(BEARER.length()).strip())
          .ifPresent(ApiKeyFilter::enter);
    }
    chain.doFilter(request, response);
  }

  private static void enter(ApiKey principal) {
    var authority = new SimpleGrantedAuthority("SCOPE_" + principal.scope().name());
    SecurityContextHolder.getContext()
        .setAuthentication(
            new UsernamePasswordAuthenticationToken(principal, null, List.of(authority)));
  }
}
