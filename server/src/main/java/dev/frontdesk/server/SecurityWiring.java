package dev.frontdesk.server;

import dev.frontdesk.durable.KeptAnswers;
import dev.frontdesk.telephony.spi.MediaWire;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.util.matcher.RequestMatcher;

/// Every route and who may use it. What is not named here is refused, so a new route cannot be
/// open by accident.
@Configuration(proxyBeanMethods = false)
class SecurityWiring {

  @Bean
  SecurityFilterChain routes(
      HttpSecurity http,
      ApiKeyLookup keys,
      KeptAnswers answers,
      Clock clock,
      ServerSettings settings,
      List<MediaWire> wires)
      throws Exception {
    RequestMatcher media =
        request -> settings.mediaOnHttpPort() && MediaRelay.asksForMedia(request, wires);
    return http.csrf(csrf -> csrf.disable()) // no cookies anywhere
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(cache -> cache.disable())
        .logout(logout -> logout.disable())
        .addFilterBefore(
            new ApiKeyFilter(keys::principalOf), UsernamePasswordAuthenticationFilter.class)
        .addFilterAfter(new KeyedRequestFilter(answers, clock), AuthorizationFilter.class)
        .authorizeHttpRequests(
            route ->
                route
                    .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                    .permitAll()
                    .requestMatchers(HttpMethod.GET, "/health")
                    .permitAll()
                    // Media sockets carry a signature or a token, which the media port checks.
                    .requestMatchers(media)
                    .permitAll()
                    // Webhooks carry the carrier's signature, checked before anything else.
                    .requestMatchers(HttpMethod.POST, "/twilio/**")
                    .permitAll()
                    .requestMatchers(HttpMethod.POST, "/airtable/*")
                    .permitAll()
                    .requestMatchers("/crm/**", "/webhooks/**")
                    .hasAuthority("SCOPE_PRIVATE")
                    // A customer's own link is signed; it is checked before anything is shown.
                    .requestMatchers(HttpMethod.GET, "/m/*")
                    .permitAll()
                    .requestMatchers(HttpMethod.POST, "/m/*/move", "/m/*/call-off")
                    .permitAll()
                    .requestMatchers("/messages", "/messages/**")
                    .hasAuthority("SCOPE_PRIVATE")
                    .requestMatchers(HttpMethod.POST, "/call")
                    .hasAuthority("SCOPE_PRIVATE")
                    .requestMatchers(HttpMethod.GET, "/call", "/call/*", "/call/*/events")
                    .hasAuthority("SCOPE_PRIVATE")
                    .requestMatchers("/jobs/**", "/dead-letters/**", "/jobs", "/dead-letters")
                    .hasAuthority("SCOPE_PRIVATE")
                    .requestMatchers(HttpMethod.GET, "/alarms")
                    .hasAuthority("SCOPE_PRIVATE")
                    .requestMatchers(HttpMethod.GET, "/counters")
                    .hasAuthority("SCOPE_PRIVATE")
                    .requestMatchers("/call/*/report", "/call/*/report/versions")
                    .hasAuthority("SCOPE_PRIVATE")
                    .requestMatchers(HttpMethod.GET, "/call/*/stereo-recording")
                    .hasAuthority("SCOPE_PRIVATE")
                    .requestMatchers(
                        "/leads",
                        "/leads/*",
                        "/follow-ups",
                        "/follow-ups/**",
                        "/review-queue",
                        "/review-queue/**",
                        "/legal-holds",
                        "/legal-holds/*")
                    .hasAuthority("SCOPE_PRIVATE")
                    .requestMatchers("/slots", "/bookings", "/bookings/**")
                    .hasAuthority("SCOPE_PRIVATE")
                    .requestMatchers("/calendar", "/calendar/connect", "/calendar/bookings/*")
                    .hasAuthority("SCOPE_PRIVATE")
                    // These carry what we signed: a consent's state, a channel's token.
                    .requestMatchers(HttpMethod.GET, "/calendar/return")
                    .permitAll()
                    .requestMatchers(HttpMethod.POST, "/calendar/push")
                    .permitAll()
                    .anyRequest()
                    .denyAll())
        .exceptionHandling(
            refused ->
                refused
                    .authenticationEntryPoint(
                        (_, response, _) ->
                            refuse(response, 401, "Unauthorized", "send a private key as Bearer"))
                    .accessDeniedHandler(
                        (_, response, _) ->
                            refuse(response, 403, "Forbidden", "this key may not use this route")))
        .build();
  }

  /// Nobody logs in by password; saying so keeps Spring from inventing a user.
  @Bean
  UserDetailsService nobody() {
    return name -> {
      throw new UsernameNotFoundException("there are no users");
    };
  }

  private static void refuse(HttpServletResponse response, int status, String error, String mend)
      throws IOException {
    response.setStatus(status);
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response
        .getWriter()
        .write(
            "{\"message\":\"%s\",\"error\":\"%s\",\"statusCode\":%d}"
                .formatted(mend, error, status));
  }
}
