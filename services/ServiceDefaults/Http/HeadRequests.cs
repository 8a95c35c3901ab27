using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Integrationskonzept.ServiceDefaults.Http;

/// <summary>Every GET answers HEAD (RFC 9110, section 9.3.2): done as the GET that it asks about, and its content is not sent.</summary>
public static class HeadRequests
{
    /// <summary>True if only the head of the answer is wanted.</summary>
    public static bool WantsHeadOnly(this HttpContext context) => context.Items.ContainsKey(typeof(HeadRequests));

    internal static void UseHead(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                if (!HttpMethods.IsHead(context.Request.Method))
                    return next(context);
                context.Items[typeof(HeadRequests)] = true;
                context.Request.Method = HttpMethods.Get;
                context.Response.Body = Stream.Null;
                return next(context);
            }
        );
}
