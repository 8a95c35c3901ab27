// An application model with every kind of arrow; tests run it in their own process and, to crash it, as one of its own.
const string service = "../Hosting.Tests.SampleService/Hosting.Tests.SampleService.csproj";
var builder = DistributedApplication.CreateBuilder(args);
var postgres = builder.AddPostgres("postgres", password: builder.AddParameter("postgres-password", "p'w\"1", secret: true)).WithDataVolume();
var database = postgres.AddDatabase("sample-db", "sample");
var rabbit = builder.AddRabbitMQ("rabbitmq", builder.AddParameter("rabbitmq-user", "sample"), builder.AddParameter("rabbitmq-password", "secret1")).WithDataVolume();
var migrations = builder.AddProject("sample-migrations", service).WithArgs("migrate").WithReference(database).WaitFor(database);
var role = ReferenceExpression.Create($"Port={postgres.Resource.PrimaryEndpoint.Property(EndpointProperty.Port)};Username={"sample_app"}");
var sample = builder.AddProject("sample", service).WithHttpEndpoint().WithHttpHealthCheck("/health")
    .WithReference(database, "main").WithReference(rabbit).WithEnvironment("ROLE", role)
    .WaitForCompletion(migrations).WaitFor(rabbit);
builder.AddProject("door", service).WithHttpEndpoint().WithHttpHealthCheck("/health")
    .WithReference(sample).WithEnvironment("SAMPLE_URL", sample.GetEndpoint("http")).WaitFor(sample);
builder.Build().Run();

/// <summary>The entry point's type, for tests.</summary>
public sealed partial class Program;
