using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.Walkthrough;
using Integrationskonzept.Walkthrough.Steps;
using Fuzzed = Integrationskonzept.Walkthrough.Process;

namespace Integrationskonzept.EndToEnd.Tests.Trust;

/// <summary>
/// Thousands of requests with hostile values, made from the merged description and a fixed seed, in a Landkreis of their own that is in
/// the middle of its process; <c>FUZZ=20000 ./test EndToEnd</c> sends more.
/// </summary>
public sealed partial class When_hostile_requests_come_in(RunningPlatform running)
{
    const int Seed = 14,
        Buffered = 64 * 1024;
    const string Tenant = "fulda",
        Other = Walkthrough.Walkthrough.Live,
        Secret = Walkthrough.Walkthrough.Whole;
    static readonly int Count = int.Parse(Environment.GetEnvironmentVariable("FUZZ") ?? "2000", CultureInfo.InvariantCulture);

    /// <summary>What would disturb others: it acts on the whole platform, or writes to servers elsewhere.</summary>
    static readonly string[] LeftOut =
    [
        "POST /api/v1/clients",
        "POST /api/v1/tenants",
        "PUT /api/v1/tenants/{slug}",
        "PUT /api/v1/{tenant}/mail/sender",
        "POST /api/v1/{tenant}/mail/sender/test",
    ];

    [Fact]
    public async Task Each_is_answered_in_words_and_tells_nothing()
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {Seed}, {Count} requests");
        var (all, document) = await Operation.ReadAsync(running.Gateway);
        var table = PermissionTable.Read();
        await BeginAsync();

        string[] clients = [.. from tenant in (string[])[Tenant, Secret] from role in Roles.OfTenant select $"{tenant}.{role}"];
        var tokens = await Tokens.OfAsync(running, [.. clients, "platform.operator", $"{Other}.coordinator"]);
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1 };
        using var http = new HttpClient(handler) { BaseAddress = running.Gateway };
        KnownPaths own = await PathsAsync(Tenant),
            foreign = await PathsAsync(Secret);
        var secrets = foreign.Ids.Except(own.Ids).ToHashSet();
        secrets.Count.ShouldBeGreaterThan(10);

        var operations = all.Where(operation =>
                !LeftOut.Contains(operation.Name)
                && (operation.Method == "GET" || !operation.Path.StartsWith("/api/v1/operations/", StringComparison.Ordinal))
            )
            .ToList();
        var requests = new HostileRequests(operations, table, own, new(document, own, Tenant), [.. secrets], (Tenant, Other));
        var wrong = new ConcurrentBag<string>();
        var statuses = new ConcurrentBag<int>();
        var cut = new ConcurrentBag<int>();
        await Parallel.ForAsync(
            0,
            Count,
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (number, ct) =>
            {
                var request = requests.Make(Seed, number);
                try
                {
                    using var message = request.ToMessage(running.Gateway, tokens);
                    using var answer = await http.SendAsync(message, ct);
                    statuses.Add((int)answer.StatusCode);
                    var text = await answer.Content.ReadAsStringAsync(ct);
                    if (Complaint(request, answer, text, secrets, table[request.Operation.Name]) is { } complaint)
                        wrong.Add($"{complaint}: {number}: {request}\n    {(int)answer.StatusCode} {text[..Math.Min(text.Length, 400)]}");
                }
                catch (HttpRequestException refused) when (refused.InnerException is IOException && request.Body?.Length > Buffered)
                {
                    // Refused at its first bytes, with the rest still on its way: the connection closes, perhaps before the answer is read.
                    cut.Add(number);
                }
                catch (HttpRequestException failure)
                {
                    wrong.Add($"no answer: {number}: {request}\n    {failure.Message}");
                }
            }
        );
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", statuses.CountBy(status => status).OrderBy(count => count.Key)));
        if (!wrong.IsEmpty)
            Assert.Fail($"seed {Seed}: {wrong.Count} of {Count} wrong\n{string.Join('\n', wrong.Order(StringComparer.Ordinal).Take(100))}");
        cut.Count.ShouldBeLessThan(Count / 200, "large contents are refused in words, too");
        statuses.Count(status => status < 300).ShouldBeGreaterThan(Count / 10, "else nothing is tried but the refusal at the door");

        async Task<KnownPaths> PathsAsync(string tenant)
        {
            var paths = new KnownPaths(all, http, tenant, list => tokens.GetValueOrDefault($"{tenant}.{table[list.Name].Who[0]}"));
            await paths.FindAsync();
            return paths;
        }
    }

    /// <summary>A Landkreis whose people are taking part: something of everything.</summary>
    async Task BeginAsync()
    {
        await Tenants.RegisterAsync(running.Platform, Tenant, "06631", "Landkreis Fulda", "#1d5c5c");
        var process = new Fuzzed(running.Platform, Tenant, Story.Load());
        await Mandate.GrantAsync(process, Papers.Beginning(Tenant, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)));
        await Planning.ConfirmAsync(process);
        await Participation.TakePartAsync(process, topicAreas: 1, conclude: false);
        await Registration.OpenAsync(process);
    }

    static string? Complaint(HostileRequest request, HttpResponseMessage answer, string text, HashSet<string> secrets, Permission row)
    {
        var status = (int)answer.StatusCode;
        if (status >= 500)
            return $"{request.Operation.Name} answers {status}";
        if (request.MustFail && status < 400)
            return $"{request.Operation.Name} lets in who may not";
        if (Internals().IsMatch(text))
            return $"{request.Operation.Name} tells of its internals";
        if (status >= 400 && !IsProblem(answer, text))
            return $"{request.Operation.Name} answers {status} without words";
        var sent = request.Address + request.Body;
        if (Ids().Matches(text).Any(id => secrets.Contains(id.Value) && !sent.Contains(id.Value, StringComparison.OrdinalIgnoreCase)))
            return $"{request.Operation.Name} tells an id of another Landkreis";
        return request.Caller != "platform.operator" && !row.Grants(null) && text.Contains(Secret, StringComparison.Ordinal)
            ? $"{request.Operation.Name} names another Landkreis"
            : null;
    }

    static bool IsProblem(HttpResponseMessage answer, string text)
    {
        if (answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
            return false;
        var problem = JsonNode.Parse(text)!;
        return (string?)problem["traceId"] is { Length: > 0 }
            && (string?)problem["type"] is { } type
            && type.StartsWith("/problems/", StringComparison.Ordinal);
    }

    [GeneratedRegex("Exception|Npgsql|\n   at |\\.cs:line")]
    private static partial Regex Internals();

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Ids();
}
