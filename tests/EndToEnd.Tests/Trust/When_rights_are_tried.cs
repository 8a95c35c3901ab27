using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Integrationskonzept.ServiceDefaults.Authorization;

namespace Integrationskonzept.EndToEnd.Tests.Trust;

/// <summary>
/// Every operation as every role, as nobody, as the operator and as another Landkreis' coordinator. Ids are made up and contents empty,
/// so that also who may changes nothing.
/// </summary>
public sealed partial class When_rights_are_tried(RunningPlatform running)
{
    const string Tenant = Walkthrough.Walkthrough.Silent,
        Operator = "platform.operator";
    const string Foreign = $"{Walkthrough.Walkthrough.Live}.coordinator";
    static readonly string?[] Callers = [null, .. Roles.OfTenant.Select(role => $"{Tenant}.{role}"), Operator, Foreign];

    [Fact]
    public async Task Every_operation_has_a_row_and_every_row_an_operation()
    {
        var operations = (await Operation.ReadAsync(running.Gateway)).All.Select(operation => operation.Name).ToList();
        var rows = PermissionTable.Read().Keys;
        operations.Except(rows).ShouldBeEmpty("operations without a row in Trust/permissions.txt: say who may");
        rows.Except(operations).ShouldBeEmpty("rows in Trust/permissions.txt without an operation");
    }

    [Fact]
    public async Task Who_may_not_is_refused_and_who_may_is_let_in()
    {
        var table = PermissionTable.Read();
        var tokens = await Tokens.OfAsync(running, Callers.OfType<string>());
        var cells =
            from operation in (await Operation.ReadAsync(running.Gateway)).All
            where table.ContainsKey(operation.Name)
            from caller in Callers
            where table[operation.Name].IsTried || !table[operation.Name].Grants(RoleOf(caller))
            select (Operation: operation, Caller: caller);
        var wrong = new ConcurrentBag<string>();
        var tried = 0;
        using var http = new HttpClient { BaseAddress = running.Gateway };
        await Parallel.ForEachAsync(
            cells,
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (cell, ct) =>
            {
                Interlocked.Increment(ref tried);
                using var request = Request(cell.Operation);
                if (cell.Caller is not null)
                    request.Headers.Authorization = new("Bearer", tokens[cell.Caller]);
                using var answer = await http.SendAsync(request, ct);
                var status = (int)answer.StatusCode;
                var text = await answer.Content.ReadAsStringAsync(ct);
                var refusal = Refusal(table[cell.Operation.Name], cell.Operation, cell.Caller);
                var isIn = status is not (401 or 403 or >= 500) && !text.Contains("tenant-unknown", StringComparison.Ordinal);
                if (refusal is null ? !isIn : status != refusal)
                    wrong.Add(
                        $"{cell.Operation.Name} as {cell.Caller ?? "nobody"}: {status} instead of "
                            + $"{(refusal is null ? "letting in" : refusal)}"
                    );
            }
        );
        tried.ShouldBeGreaterThan(1_000);
        if (!wrong.IsEmpty)
            Assert.Fail($"{wrong.Count} cells are wrong\n{string.Join('\n', wrong.Order(StringComparer.Ordinal))}");
    }

    /// <summary>With which status the caller is turned away; null if they may.</summary>
    static int? Refusal(Permission row, Operation operation, string? caller) =>
        row.Grants(caller, RoleOf(caller)) ? null
        : caller is null ? 401
        : operation.IsOfTenant && caller is (Operator or Foreign) ? 404
        : 403;

    /// <summary>The caller's role here: none in another's Landkreis.</summary>
    static string? RoleOf(string? caller) => caller == Foreign ? null : caller?.Split('.')[1];

    static HttpRequestMessage Request(Operation operation)
    {
        var kinds = operation.Parameters("path").ToDictionary(parameter => (string)parameter["name"]!, parameter => parameter["schema"]!);
        var path = Placeholder()
            .Replace(
                operation.Path,
                match =>
                    match.Groups[1].Value switch
                    {
                        "tenant" or "slug" => Tenant,
                        var name when (string?)kinds[name]["format"] == "uuid" => Guid.CreateVersion7().ToString(),
                        var name => (string?)kinds[name]["type"] == "integer" ? "77" : "no-such-thing",
                    }
            );
        return new(new(operation.Method), path)
        {
            Content = operation.Content is var (type, _)
                ? new StringContent(type.EndsWith("json", StringComparison.Ordinal) ? "{}" : "", Encoding.UTF8, type)
                : null,
        };
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();
}
